using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A promise or a plan of instalments.</summary>
/// <param name="Id">The promise.</param>
/// <param name="BillingAccountId">Of which account.</param>
/// <param name="AccountNumber">The account's number.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="State">What became of it.</param>
/// <param name="IsInstalments">Whether it has several parts.</param>
/// <param name="UntilOn">The day of its last part.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Reason">Why it was accepted.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="CreatedBy">Who noted it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ClosedAtUtc">When it was kept, broken or taken back, or null.</param>
public sealed record PromiseRow(
    Guid Id,
    Guid BillingAccountId,
    string AccountNumber,
    string CustomerName,
    PromiseState State,
    bool IsInstalments,
    DateOnly UntilOn,
    Money Amount,
    string Reason,
    IReadOnlyList<PromisePart> Parts,
    string CreatedBy,
    DateTime CreatedAtUtc,
    DateTime? ClosedAtUtc);
