using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Common.Time;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>How rows of the file become rows of the database.</summary>
internal static class OpeningRows
{
    public const int LongestSearchKey = 320;

    public static OpeningItem ItemOf(Guid importId, OpeningFinding finding, string cells, TimeProvider clock)
    {
        var draft = finding.Draft;
        var key = SearchKey.Of(draft.Customer, draft.Account ?? finding.Account?.Number, draft.Line, draft.Number, finding.Place ?? draft.Place ?? draft.Series);
        return new OpeningItem
        {
            ImportId = importId,
            Row = draft.Row,
            Kind = draft.Kind,
            Verdict = finding.Verdict,
            Key = finding.Key,
            Says = finding.Says,
            Subject = draft.Customer ?? draft.Account ?? draft.Line ?? finding.Place ?? draft.Place ?? draft.Series ?? "",
            BillingAccountId = finding.Account?.Id,
            SubscriptionId = finding.Line?.Id,
            InvoiceId = draft.Kind == OpeningKind.Invoice && finding.Verdict == OpeningVerdict.Ready ? Ids.New(clock) : null,
            Number = draft.Number,
            IssuedOn = draft.IssuedOn,
            DueOn = draft.DueOn,
            FromOn = draft.FromOn,
            ToOn = draft.ToOn,
            AmountMinor = draft.Amount.Minor,
            BilledUntilOn = finding.BilledUntilOn,
            Place = finding.Place ?? draft.Place ?? draft.Series,
            Next = draft.Next,
            Note = draft.Note,
            Cells = cells,
            Problems = OpeningJson.Of(finding.Problems),
            SearchKey = key.Length <= LongestSearchKey ? key : key[..LongestSearchKey],
        };
    }

    /// <summary>The row of the file as it was uploaded.</summary>
    public static TableRow RowOf(OpeningItem item) => new(item.Row, OpeningJson.CellsOf(item.Cells));

    /// <summary>The invoice of a row: the old number and days, nothing taxed, one line.</summary>
    public static Invoice InvoiceOf(OpeningItem item, OpeningAccount account, OpeningSubscription? line, string actor, DateTime nowUtc) => new()
    {
        Id = item.InvoiceId!.Value,
        Kind = InvoiceKind.Opening,
        Number = item.Number,
        State = InvoiceState.Issued,
        BillingAccountId = account.Id,
        CustomerId = account.CustomerId,
        IssuedOn = item.IssuedOn,
        DueOn = item.DueOn,
        PeriodFromOn = item.FromOn,
        PeriodToOn = item.ToOn,
        BuyerName = account.BuyerName,
        BuyerAddress = account.BuyerAddress,
        BaseMinor = item.AmountMinor,
        TotalMinor = item.AmountMinor,
        Note = item.Note,
        CreatedBy = actor,
        CreatedAtUtc = nowUtc,
        IssuedAtUtc = item.IssuedOn!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        SearchKey = SearchKey.Of(account.BuyerName),
        Version = 1,
        Lines =
        [
            new InvoiceLine
            {
                InvoiceId = item.InvoiceId!.Value,
                No = 1,
                Kind = ChargeKind.Manual,
                SubscriptionId = line?.Id,
                SubscriptionNumber = line?.Number ?? "",
                Text = item.Note ?? item.Number!,
                FromOn = item.FromOn,
                ToOn = item.ToOn,
                UnitPrice = Core.Common.Money.Money.Idr(item.AmountMinor),
                AmountMinor = item.AmountMinor,
                Rule = BillRule.Once,
                ChargeKey = "opening",
            },
        ],
    };
}
