using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Makes bills out of lines: an invoice of what is owed, a pro forma of what is paid for before it begins.</summary>
internal sealed class BillMaker(TimeProvider clock)
{
    /// <summary>The lines that an account is due, as a run and every preview see them.</summary>
    public static IReadOnlyList<BillLine> LinesOf(AccountFacts account, DateOnly throughOn) => InvoiceGenerator.Generate(account.Facts, account.Policy, account.Billed, throughOn);

    /// <summary>Names lines, so that it is seen whether they are still the same.</summary>
    public static string FingerprintOf(IReadOnlyList<BillLine> lines) => lines.Count == 0
        ? ""
        : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', lines.Select(line => $"{line.SubscriptionId:N}/{line.ChargeKey}/{line.Amount.Minor}/{line.TaxCode}")))))[..32];

    /// <summary>The bills of these lines: at most one invoice and one pro forma.</summary>
    public IEnumerable<MadeBill> Make(AccountFacts account, IReadOnlyList<BillLine> lines, DateOnly on, Guid? runId, string actor)
    {
        // What is missing to the least that a bill comes to belongs to the days that it is about.
        var owesDays = lines.Any(line => line.Kind == ChargeKind.Period && !IsOffer(line, account));
        foreach (var group in lines.GroupBy(line => IsOffer(line, account) || (line.Kind == ChargeKind.Minimum && !owesDays) ? InvoiceKind.ProForma : InvoiceKind.Invoice).OrderBy(group => group.Key))
        {
            yield return Make(account, group.Key, [.. group], on, runId, basedOn: null, actor);
        }
    }

    /// <summary>One bill.</summary>
    public MadeBill Make(AccountFacts account, InvoiceKind kind, IReadOnlyList<BillLine> lines, DateOnly on, Guid? runId, Guid? basedOn, string actor)
    {
        var id = Ids.New(clock);
        var now = clock.UtcNow();
        // A pro forma is no tax document, but says what is to be paid.
        var taxes = InvoiceTax.Calculate(lines, TaxTable.Indonesia, on, account.Tax);
        var invoice = new Invoice
        {
            Id = id,
            Kind = kind,
            State = InvoiceState.Issued,
            BillingAccountId = account.Facts.AccountId,
            CustomerId = account.CustomerId,
            RunId = runId,
            BasedOnId = basedOn,
            IssuedOn = on,
            DueOn = DueOn(account, kind, lines, on),
            PeriodFromOn = lines.Min(line => line.FromOn),
            PeriodToOn = lines.Max(line => line.ToOn),
            BuyerName = account.BuyerName,
            BuyerAddress = account.BuyerAddress,
            BaseMinor = taxes.Base.Minor,
            TaxMinor = taxes.Tax.Minor,
            TotalMinor = taxes.Total.Minor,
            WithheldMinor = taxes.Withheld.Minor,
            CollectedMinor = taxes.CollectedByCustomer.Minor,
            Tax = account.Tax.Customer,
            FakturCode = taxes.FakturCode,
            CreatedBy = actor,
            CreatedAtUtc = now,
            IssuedAtUtc = now,
            SearchKey = SearchKey.Of(account.BuyerName),
            Version = 1,
            Lines = [.. lines.Select((line, i) => InvoiceLine.Of(id, i + 1, line))],
            Taxes =
            [
                .. taxes.Amounts.Select(tax => new InvoiceTaxLine
                {
                    InvoiceId = id,
                    Code = tax.Rule?.Code ?? "",
                    Name = tax.Rule?.Name ?? "",
                    RateBasisPoints = tax.Rule?.RateBasisPoints ?? 0,
                    Mode = tax.Rule?.Mode ?? TaxMode.Exempt,
                    BaseMinor = tax.Base.Minor,
                    TaxBaseMinor = tax.TaxBase.Minor,
                    TaxMinor = tax.Tax.Minor,
                }),
            ],
        };
        return new MadeBill(
            invoice,
            [.. lines.Select((line, i) => new ChargeClaim { OwnerId = line.SubscriptionId ?? account.Facts.AccountId, ChargeKey = line.ChargeKey, InvoiceId = id, LineNo = i + 1 })],
            [.. lines.SelectMany((line, i) => line.Spread.Select(part => new DeferredPart { InvoiceId = id, LineNo = i + 1, FromOn = part.FromOn, ToOn = part.ToOn, AmountMinor = part.Amount.Minor }))],
            BillAmounts.Of(lines, taxes));
    }

    // What is paid for before it begins can be paid until the day before; days that run already, as bills are.
    private static DateOnly DueOn(AccountFacts account, InvoiceKind kind, IReadOnlyList<BillLine> lines, DateOnly on) =>
        kind == InvoiceKind.ProForma && lines.Where(line => line.Kind == ChargeKind.Period && line.FromOn > on).Min(line => line.FromOn) is { } first ? first.AddDays(-1) : account.Policy.DueOn(on);

    private static bool IsOffer(BillLine line, AccountFacts account) => line.SubscriptionId is { } id && account.Prepaid.Contains(id) && !IsOwed(line);

    // What comes back and what was used is no offer: it is owed, whoever pays ahead.
    private static bool IsOwed(BillLine line) => line.Kind is ChargeKind.Usage or ChargeKind.TopUp or ChargeKind.LateFee or ChargeKind.Reconnect or ChargeKind.EarlyEnd or ChargeKind.DepositReturn;
}
