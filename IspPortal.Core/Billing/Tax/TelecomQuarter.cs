using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>What the state takes of a quarter.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Gross">Revenue of services without tax, discounts taken off.</param>
/// <param name="Bhp">BHP telekomunikasi.</param>
/// <param name="Uso">KPU/USO.</param>
public sealed record TelecomQuarter(int Quarter, Money Gross, Money Bhp, Money Uso);
