import { RemovalPolicy } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { immutableCaching, immutablePath, revalidatedCaching } from "./api-edge.ts";

/** The bucket of the built site; only CloudFront reads it. */
export class SiteFiles extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      encryption: BucketEncryption.S3_MANAGED, // public pages
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket; // CDK's own types are not made for exactOptionalPropertyTypes
  }

  /** Uploads a built site: files whose names change with their content first and for good, the rest after them. */
  upload(folder: string, distribution: Distribution): void {
    const hashed = `${immutablePath.slice(1)}*`;
    const assets = new BucketDeployment(this, "Assets", {
      destinationBucket: this.bucket,
      sources: [Source.asset(folder)],
      exclude: ["*"],
      include: [hashed],
      cacheControl: [CacheControl.fromString(immutableCaching)],
      prune: false, // pages that are open still ask for the files of the last release
    });
    const pages = new BucketDeployment(this, "Pages", {
      destinationBucket: this.bucket,
      sources: [Source.asset(folder)],
      exclude: [hashed],
      cacheControl: [CacheControl.fromString(revalidatedCaching)],
      prune: false,
      distribution,
      distributionPaths: ["/*"],
    });
    pages.node.addDependency(assets);
  }
}
