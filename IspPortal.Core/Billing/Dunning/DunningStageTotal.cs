using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>The accounts of one stage together.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Accounts">How many.</param>
/// <param name="Overdue">What of theirs is overdue.</param>
public sealed record DunningStageTotal(DunningStage Stage, int Accounts, Money Overdue);
