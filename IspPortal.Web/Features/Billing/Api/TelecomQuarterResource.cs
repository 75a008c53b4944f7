namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What the state takes of a quarter.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Gross">Revenue of services without tax.</param>
/// <param name="Bhp">BHP telekomunikasi.</param>
/// <param name="Uso">KPU/USO.</param>
internal sealed record TelecomQuarterResource(int Quarter, long Gross, long Bhp, long Uso);
