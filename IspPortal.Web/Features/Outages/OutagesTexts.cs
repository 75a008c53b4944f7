namespace IspPortal.Web.Features.Outages;

/// <summary>Texts of the outages.</summary>
internal sealed class OutagesTexts;
