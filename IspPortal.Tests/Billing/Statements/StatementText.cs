using System.Globalization;
using System.Text;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>
/// The books as a dated text: every document with every line of it, every posting with every entry (debit, credit, what the account owes then), and how it closes. Read from the tables themselves, so
/// that nothing can be there and not be said.
/// </summary>
internal sealed class StatementText
{
    private readonly IReadOnlyDictionary<Guid, string> _accounts;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<Guid, long> _owes = [];
    private readonly List<Invoice> _invoices;
    private readonly List<CreditNote> _notes;
    private readonly List<Receipt> _receipts;
    private readonly List<DeferredPart> _parts;
    private readonly List<LedgerTransaction> _postings;

    private StatementText(IReadOnlyDictionary<Guid, string> accounts, List<Invoice> invoices, List<CreditNote> notes, List<Receipt> receipts, List<DeferredPart> parts, List<LedgerTransaction> postings) =>
        (_accounts, _invoices, _notes, _receipts, _parts, _postings) = (accounts, invoices, notes, receipts, parts, postings);

    /// <summary>Writes it, and looks whether the books agree with themselves.</summary>
    public static async Task<string> WriteAsync(PortalDbContext context, IReadOnlyDictionary<Guid, string> accounts, DateOnly on, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(context, accounts, cancellationToken);
        foreach (var (_, _, _, _, write) in text.Happened().OrderBy(some => some.On).ThenBy(some => some.AtUtc).ThenBy(some => some.Number, StringComparer.Ordinal).ThenBy(some => some.Kind))
        {
            write();
        }

        text.Close(on);
        return text._text.ToString().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Only looks whether the books agree with themselves: to be asked after whatever happened.</summary>
    public static async Task CheckAsync(PortalDbContext context, CancellationToken cancellationToken) => (await ReadAsync(context, new Dictionary<Guid, string>(), cancellationToken)).Check();

    private static async Task<StatementText> ReadAsync(PortalDbContext context, IReadOnlyDictionary<Guid, string> accounts, CancellationToken cancellationToken) => new(
        accounts,
        await context.Set<Invoice>().AsNoTracking().Include(i => i.Lines).Include(i => i.Taxes).ToListAsync(cancellationToken),
        await context.Set<CreditNote>().AsNoTracking().Include(n => n.Lines).ToListAsync(cancellationToken),
        await context.Set<Receipt>().AsNoTracking().Include(r => r.Money).ToListAsync(cancellationToken),
        await context.Set<DeferredPart>().AsNoTracking().ToListAsync(cancellationToken),
        await context.Set<LedgerTransaction>().AsNoTracking().Include(t => t.Entries).ToListAsync(cancellationToken));

    private IEnumerable<(DateOnly On, DateTime AtUtc, string Number, int Kind, Action Write)> Happened()
    {
        foreach (var invoice in _invoices)
        {
            yield return (invoice.IssuedOn!.Value, invoice.CreatedAtUtc, invoice.Number!, -1, () => Write(invoice));
        }

        foreach (var note in _notes)
        {
            yield return (note.IssuedOn, note.CreatedAtUtc, note.Number, -1, () => Write(note));
        }

        foreach (var receipt in _receipts)
        {
            yield return (receipt.PaidOn, receipt.BookedAtUtc, receipt.Number, -1, () => Write(receipt));
        }

        foreach (var posting in _postings)
        {
            yield return (posting.PostedOn, posting.RecordedAtUtc, posting.Reference, (int)posting.Kind, () => Write(posting));
        }
    }

    private void Write(Invoice invoice)
    {
        var more = invoice.Kind == InvoiceKind.ProForma ? $", {invoice.State.ToString().ToLowerInvariant()}" : "";
        var based = invoice.BasedOnId is { } id ? $" {(invoice.Kind == InvoiceKind.DebitNote ? "on" : "for")} {_invoices.Single(i => i.Id == id).Number}" : "";
        Line($"{Iso(invoice.IssuedOn)} {invoice.Number}{based}, {NameOf(invoice.BillingAccountId)}, due {Iso(invoice.DueOn)}{more}");
        foreach (var line in invoice.Lines.OrderBy(l => l.No))
        {
            var days = line.FromOn is null ? "" : $" {Iso(line.FromOn)}..{Iso(line.ToOn)}" + (line.OfDays > 0 && line.Days != line.OfDays ? $" {line.Days}/{line.OfDays}" : "");
            Amount($"{line.Kind} {line.Text}{days}", line.AmountMinor, line.Rule.ToString());
        }

        foreach (var tax in invoice.Taxes.Where(t => t.TaxMinor != 0).OrderBy(t => t.Code, StringComparer.Ordinal))
        {
            Amount($"{tax.Name} of {Figure(tax.BaseMinor)}", tax.TaxMinor, invoice.FakturCode is null ? "" : "faktur " + invoice.FakturCode);
        }

        if (invoice.CollectedMinor != 0)
        {
            Amount("paid to the state by the buyer", -invoice.CollectedMinor, "");
        }

        if (invoice.WithheldMinor != 0)
        {
            Amount("withheld", -invoice.WithheldMinor, "");
        }

        Amount("to pay", invoice.PayableMinor, "");
    }

    private void Write(CreditNote note)
    {
        Line($"{Iso(note.IssuedOn)} {note.Number} on {note.InvoiceNumber}, {NameOf(note.BillingAccountId)}: {note.Reason}");
        foreach (var line in note.Lines.OrderBy(l => l.No))
        {
            Amount($"{line.No} {line.Text}", -line.AmountMinor, "");
        }

        Amount("tax", -note.TaxMinor, "");
    }

    private void Write(Receipt receipt)
    {
        Line($"{Iso(receipt.PaidOn)} {receipt.Number}{(receipt.State == ReceiptState.Voided ? ", voided" : "")}");
        foreach (var money in receipt.Money.OrderBy(m => m.No))
        {
            Amount($"{money.Method} {money.Place}", money.AmountMinor, "");
        }
    }

    private void Write(LedgerTransaction posting)
    {
        Line($"{Iso(posting.PostedOn)}   {posting.Kind} {posting.Reference}");
        foreach (var entry in posting.Entries.OrderByDescending(e => e.AmountMinor > 0).ThenBy(e => e.Account).ThenBy(e => NameOf(e.BillingAccountId), StringComparer.Ordinal).ThenBy(e => Number(e.InvoiceId), StringComparer.Ordinal))
        {
            var balance = "";
            if (entry is { Account: LedgerAccount.Receivable or LedgerAccount.CustomerCredit, BillingAccountId: { } account })
            {
                _owes[account] = _owes.GetValueOrDefault(account) + entry.AmountMinor;
                balance = Figure(_owes[account]);
            }

            var who = entry.Account is LedgerAccount.Receivable or LedgerAccount.CustomerCredit or LedgerAccount.Deposits ? " " + NameOf(entry.BillingAccountId) : "";
            Line($"           {entry.Account + who,-34}{(entry.AmountMinor > 0 ? Figure(entry.AmountMinor) : ""),12}{(entry.AmountMinor < 0 ? Figure(-entry.AmountMinor) : ""),12}{balance,12}");
        }
    }

    private void Close(DateOnly on)
    {
        Check();
        Line($"{Iso(on)} closes");
        foreach (var sum in _postings.SelectMany(p => p.Entries).GroupBy(e => e.Account).OrderBy(g => g.Key).Select(g => (g.Key, Sum: g.Sum(e => e.AmountMinor))).Where(g => g.Sum != 0))
        {
            Line($"           {sum.Key,-34}{(sum.Sum > 0 ? Figure(sum.Sum) : ""),12}{(sum.Sum < 0 ? Figure(-sum.Sum) : ""),12}");
        }

        foreach (var open in _invoices.Where(i => i.OutstandingMinor != 0 || Waiting(i) != 0).OrderBy(i => i.Number, StringComparer.Ordinal))
        {
            Line($"           open: {open.Number} {Figure(open.OutstandingMinor)}{(Waiting(open) == 0 ? "" : $", slip of {Figure(Waiting(open))}")}");
        }
    }

    private void Check()
    {
        var entries = _postings.SelectMany(p => p.Entries).ToList();
        Assert.All(_postings, posting => Assert.Equal(0, posting.Entries.Sum(e => e.AmountMinor)));
        Assert.Equal(0, entries.Sum(e => e.AmountMinor));
        // Each invoice owes in the ledger what it says itself, and what a slip is waited for; together that is the receivable.
        foreach (var invoice in _invoices)
        {
            Assert.Equal((invoice.Number, invoice.OutstandingMinor + Waiting(invoice)), (invoice.Number, entries.Where(e => e.Account == LedgerAccount.Receivable && e.InvoiceId == invoice.Id).Sum(e => e.AmountMinor)));
            Assert.True(invoice.OutstandingMinor >= 0, $"{invoice.Number} got more than it takes.");
        }

        Assert.Equal(_invoices.Sum(i => i.OutstandingMinor + Waiting(i)), entries.Where(e => e.Account == LedgerAccount.Receivable).Sum(e => e.AmountMinor));
        Assert.All(entries.Where(e => e.Account == LedgerAccount.CustomerCredit).GroupBy(e => e.BillingAccountId), credit => Assert.True(credit.Sum(e => e.AmountMinor) <= 0, $"{NameOf(credit.Key)} has less than no credit."));
        // What is deferred is what nobody earned yet: the first part of a line was earned with its bill.
        var issued = _invoices.Where(i => i.Kind != InvoiceKind.ProForma).Select(i => i.Id).ToHashSet();
        var unearned = _parts.Where(p => issued.Contains(p.InvoiceId)).GroupBy(p => (p.InvoiceId, p.LineNo)).SelectMany(line => line.OrderBy(p => p.FromOn).Skip(1)).Where(p => !p.IsRecognised).Sum(p => p.AmountMinor);
        Assert.Equal(unearned, -entries.Where(e => e.Account == LedgerAccount.DeferredRevenue).Sum(e => e.AmountMinor));
        // Money that came in lies somewhere.
        var places = new[] { LedgerAccount.Cash, LedgerAccount.Bank, LedgerAccount.GatewayClearing };
        Assert.Equal(_receipts.Where(r => r.State != ReceiptState.Voided).Sum(r => r.AmountMinor), entries.Where(e => places.Contains(e.Account)).Sum(e => e.AmountMinor));
    }

    // A slip that is waited for is owed, though never to be paid.
    private static long Waiting(Invoice invoice) =>
        invoice.Kind == InvoiceKind.ProForma || invoice.State != InvoiceState.Issued || invoice.IsWithholdingProven ? 0 : invoice.WithheldMinor - invoice.WithheldCreditedMinor;

    private string NameOf(Guid? account) => account is { } id ? _accounts.GetValueOrDefault(id, "?") : "";

    private string Number(Guid? invoice) => invoice is { } id ? _invoices.Find(i => i.Id == id)?.Number ?? "" : "";

    private void Amount(string what, long minor, string rule) => Line($"           : {what,-54}{Figure(minor),12}{(rule.Length == 0 ? "" : "  " + rule)}");

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');

    private static string Figure(long minor) => minor.ToString("N0", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
