import { addDeployment } from "./deployment.ts";
import { newApp } from "./new-app.ts";
import { stages } from "./stages.ts";

const app = newApp();
for (const stage of stages) addDeployment(app, stage);
app.synth();
