namespace IspPortal.Web.Features.Dunning;

/// <summary>Texts of late accounts and isolir runs.</summary>
internal sealed class DunningTexts;
