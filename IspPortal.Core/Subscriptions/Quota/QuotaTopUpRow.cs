using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>Data that was bought.</summary>
/// <param name="Id">The purchase.</param>
/// <param name="PeriodFromOn">The first day of the period that it is for.</param>
/// <param name="Bytes">How much.</param>
/// <param name="Price">For how much.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="CreatedBy">Who wrote it down.</param>
/// <param name="CreatedAtUtc">When.</param>
public sealed record QuotaTopUpRow(Guid Id, DateOnly PeriodFromOn, long Bytes, Money Price, string? Reason, string CreatedBy, DateTime CreatedAtUtc);
