namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of opening balances.</summary>
internal sealed class OpeningTexts;
