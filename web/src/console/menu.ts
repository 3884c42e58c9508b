import type { ConsoleWords } from "../../../shared/copy/pages-console.ts";
import type { NavItem } from "../ui/layout.tsx";
import { employerPath, leadsPath, ownTalksPath, talksPath } from "./paths.ts";
import { firmAt, type Rights } from "./rights.ts";

/**
 * The menu of whoever is signed in: nothing that they cannot use.
 *
 * @param waiting how much there is to approve
 */
export function menuFor(rights: Rights, path: string, words: ConsoleWords, waiting = 0): NavItem[] {
  const firm = firmAt(path, rights);
  const items: NavItem[] = [
    ...(rights.manages
      ? [
          { href: "/console/visits", label: words.visits },
          { href: "/console/approvals", label: waiting > 0 ? words.approvalsWaiting(waiting) : words.approvals },
          { href: "/console/reports", label: words.reports },
          { href: "/console/places", label: words.places },
          { href: "/console/members", label: words.members },
          { href: "/console/partners", label: words.partners },
          { href: "/console/access-log", label: words.accessLog },
          { href: "/console/incidents", label: words.incidents },
          { href: "/console/connections", label: words.connections },
        ]
      : []),
    ...(rights.findsFirms
      ? [
          { href: leadsPath, label: words.leads },
          { href: talksPath, label: words.concerns },
          { href: "/console/inquiries", label: words.inquiries },
        ]
      : []),
    ...(firm
      ? [
          { href: `${employerPath(firm)}/slot-requests`, label: words.slotRequests },
          { href: `${employerPath(firm)}/postings`, label: words.postings },
          { href: ownTalksPath(firm), label: words.talks },
          { href: employerPath(firm), label: words.firm },
        ]
      : []),
    ...(rights.atDesk ? [{ href: "/staff", label: words.scanner }] : []),
  ];
  // The longest address that the path lies below is where one is.
  const here = items.filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return items.map((item) => (item === here ? { ...item, current: true } : item));
}
