using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Opening;

/// <summary>What the rows of one kind come to that are or would be booked.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rows">How many.</param>
/// <param name="Amount">Their sum; nothing where they have none.</param>
public sealed record OpeningKindTotal(OpeningKind Kind, int Rows, Money Amount);
