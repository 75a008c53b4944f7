using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>An open bill of a late account.</summary>
/// <param name="Id">The bill.</param>
/// <param name="Number">Its number.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Outstanding">What is open of it.</param>
/// <param name="Told">The steps that its customer was told.</param>
/// <param name="FeeStep">The step of the fee that is charged next, or null.</param>
/// <param name="Fee">That fee without tax, or null.</param>
internal sealed record DunningInvoiceResource(Guid Id, string Number, DateOnly DueOn, long Outstanding, IReadOnlyList<string> Told, string? FeeStep, long? Fee)
{
    public static DunningInvoiceResource Of(DunningInvoiceRow row) => new(row.Id, row.Number, row.DueOn, row.Outstanding.Minor, row.Told, row.FeeStep, row.Fee?.Minor);
}
