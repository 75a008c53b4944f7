using IspPortal.Core.Billing.Opening;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>An import of opening balances with what it comes to.</summary>
/// <param name="Import">The import.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Kinds">By what is brought along: rows and amount.</param>
/// <param name="Accounts">By account of the ledger; above zero a debit.</param>
/// <param name="Difference">Debits less credits: 0.</param>
internal sealed record WholeOpeningResource(OpeningImportResource Import, string Currency, IReadOnlyList<OpeningKindResource> Kinds, IReadOnlyList<OpeningAccountResource> Accounts, long Difference)
{
    public static WholeOpeningResource Of(OpeningImportDetails details) => new(
        OpeningImportResource.Of(details.Row),
        details.Difference.Currency.Code,
        [.. details.Kinds.Select(kind => new OpeningKindResource(kind.Kind, kind.Rows, kind.Amount.Minor))],
        [.. details.Accounts.Select(total => new OpeningAccountResource(total.Account, total.Amount.Minor))],
        details.Difference.Minor);
}
