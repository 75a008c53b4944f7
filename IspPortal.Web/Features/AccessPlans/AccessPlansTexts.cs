namespace IspPortal.Web.Features.AccessPlans;

/// <summary>Texts of plans.</summary>
internal sealed class AccessPlansTexts;
