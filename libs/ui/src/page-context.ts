/** One link of the navigation under the page header. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** True for the page, or the section, that is being shown. */
  readonly current?: boolean | undefined;
  /** How many things wait behind this link. Zero and nothing both show no badge. */
  readonly badge?: number | undefined;
}

/** One line of the error summary, in the same words as the message beside the field. */
export interface PageError {
  readonly text: string;
  /** `#` and the id of the field to go to. */
  readonly href?: string | undefined;
}

/** What the form of a page asks about words that look like personal data: drawn by components/csrf-field.njk. */
export interface PersonalDataFlag {
  /** What was found, a sentence for each box. */
  readonly found: readonly string[];
  /** Sent back when the box is ticked: says what was found, not in words. */
  readonly value: string;
  readonly isConfirmed: boolean;
}

/**
 * What `layouts/page.njk` reads, whatever the page is about. A page adds its own values
 * beside these. Everything marked optional is a slot: leave it out and the slot is not drawn.
 */
export interface PageContext {
  /** What the page shows, in a few words. The layout adds the service and the partnership. */
  readonly pageTitle: string;
  readonly serviceName: string;
  /** Absent on pages that belong to no partnership, such as signing in. */
  readonly partnershipName?: string | undefined;
  /** Where the name in the header leads. */
  readonly homeHref?: string | undefined;

  /** The nonce of this response's content security policy, for the one script in the page. */
  readonly cspNonce: string;
  /** Sent back with every form, among them the one that signs out. */
  readonly csrfToken?: string | undefined;
  /** Sent back with a form that makes something, so that a second click makes nothing more. */
  readonly requestKey?: string | undefined;
  /** On a page that answers a form in whose words something was found. */
  readonly personalDataFlag?: PersonalDataFlag | null | undefined;
  readonly currentUser: { readonly name: string } | null;
  readonly navigation?: readonly NavigationItem[] | undefined;

  /** A partnership's own small stylesheet, which sets `--govuk-brand-colour` and its companions. */
  readonly brandStylesheet?: string | undefined;
  /** The partnership's colour as `#rrggbb`, for the frame some browsers draw around the page. */
  readonly themeColor?: string | undefined;

  /** One sentence shown at the top of every page of a demonstration. */
  readonly demoNotice?: string | undefined;
  /** What has just been done, in one sentence. Not shown beside an error summary. */
  readonly notice?: string | undefined;
  readonly errors?: readonly PageError[] | undefined;
  readonly backLink?: { readonly href: string; readonly text?: string | undefined } | undefined;
  /** On pages that can be shown as they stood on a day: how components/as-at.njk asks for it, and says it. */
  readonly dated?:
    | {
        readonly path: string;
        readonly kept: readonly { readonly name: string; readonly value: string }[];
        readonly asAt: {
          readonly day: string;
          readonly nowHref: string;
          readonly notKept?: string | null | undefined;
        } | null;
      }
    | undefined;
  /** True on pages whose content may be reused under the Open Government Licence. */
  readonly openGovernmentLicence?: boolean | undefined;
}
