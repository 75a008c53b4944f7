namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of bills and billing runs.</summary>
internal sealed class BillingTexts;
