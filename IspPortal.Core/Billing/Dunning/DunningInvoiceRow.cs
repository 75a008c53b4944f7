using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>An open bill of a late account.</summary>
/// <param name="Id">The bill.</param>
/// <param name="Number">Its number.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Outstanding">What is open of it.</param>
/// <param name="Told">The steps that its customer was told.</param>
/// <param name="FeeStep">The step of the fee that is to be charged with the next look, or null.</param>
/// <param name="Fee">That fee, or null.</param>
public sealed record DunningInvoiceRow(Guid Id, string Number, DateOnly DueOn, Money Outstanding, IReadOnlyList<string> Told, string? FeeStep, Money? Fee);
