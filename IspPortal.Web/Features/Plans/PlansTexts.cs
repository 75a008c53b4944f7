namespace IspPortal.Web.Features.Plans;

/// <summary>Texts of service plans, add-ons, promotions and campaigns.</summary>
internal sealed class PlansTexts;
