using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of bills and billing runs.</summary>
internal sealed class BillingCalls : ServiceCalls
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["InvoiceDirectory"] = async services =>
        {
            var invoices = services.GetRequiredService<IInvoiceDirectory>();
            foreach (var status in Enum.GetValues<InvoiceStatus>())
            {
                await invoices.ListAsync(new InvoiceFilter { Status = status }, new(1, 10), Token);
            }

            foreach (var sort in new[] { "number", "issuedOn", "dueOn", "payable" })
            {
                foreach (var descending in new[] { false, true })
                {
                    await invoices.ListAsync(
                        new InvoiceFilter { BillingAccountId = Id, CustomerId = Id, RunId = Id, Kind = InvoiceKind.Invoice, OverdueOnly = true, From = Day, To = Day }, new(2, 10, "a%_[", sort, descending), Token);
                }
            }

            await invoices.TotalsAsync(new InvoiceFilter(), new(), Token);
            await invoices.GetAsync(Id, Token);
        },
        ["ReceiptBook"] = async services =>
        {
            var receipts = services.GetRequiredService<IReceiptBook>();
            await receipts.PayablesAsync(Id, Token);
            await receipts.PreviewAsync(new ReceiptPayer(Id, Money.Idr(1)), Token);
            await receipts.BookAsync(new BookReceiptRequest("12345678", TimeProvider.System.GetUtcNow().UtcDateTime, [new MoneyPart(PaymentMethod.Cash, "Loket", Money.Idr(1))], [new ReceiptPayer(Id, Money.Idr(1))]), Token);
            await receipts.VoidAsync(Id, 1, "Salah", Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<AccountSettling>().UseCreditAsync(context, Id, Id, Day, Token);
        },
        ["OfferLapses"] = services => services.GetRequiredService<OfferLapses>().RunAsync(Token),
        ["ReceiptDirectory"] = async services =>
        {
            var receipts = services.GetRequiredService<IReceiptDirectory>();
            var filter = new ReceiptFilter { BillingAccountId = Id, Method = PaymentMethod.Cash, State = ReceiptState.Booked, From = Day, To = Day };
            await receipts.ListAsync(filter, new(2, 10, "a%_["), Token);
            await receipts.TotalsAsync(filter, new(1, 10, "a%_["), Token);
            await receipts.GetAsync(Id, Token);
        },
        ["ReceiptSlips"] = async services => await services.GetRequiredService<IReceiptSlips>().PrintAsync(Id, true, Token),
        ["InvoiceCorrections"] = async services =>
        {
            var corrections = services.GetRequiredService<IInvoiceCorrections>();
            await corrections.PreviewCreditAsync(new CreditInvoiceRequest("12345678", Id, 1, "Salah"), Token);
            await corrections.CreditAsync(new CreditInvoiceRequest("12345678", Id, 1, "Salah"), Token);
            await corrections.WriteOffAsync(Id, 1, "Pindah", Token);
            await corrections.IssueAsync(new WriteBillRequest("12345678", Id, Id, [new WrittenLine("Kabel", 1, Money.Idr(1), "")]), Token);
        },
        ["CreditNoteDirectory"] = async services =>
        {
            var notes = services.GetRequiredService<ICreditNoteDirectory>();
            await notes.ListAsync(new CreditNoteFilter { InvoiceId = Id, BillingAccountId = Id, From = Day, To = Day }, new(2, 10, "a%_["), Token);
            await notes.GetAsync(Id, Token);
        },
        ["Refunds"] = async services =>
        {
            var refunds = services.GetRequiredService<IRefunds>();
            await refunds.ListAsync(new RefundFilter(Id, Day, Day), new(2, 10, "a%_["), Token);
            await refunds.GetAsync(Id, Token);
            await refunds.GetCreditAsync(Id, Token);
            await refunds.PayAsync(new RefundRequest("12345678", Id, Money.Idr(1), PaymentMethod.Cash, "Loket", "Pindah"), Token);
            await refunds.PrintSlipAsync(Id, true, Token);
        },
        ["RefundAuditNames"] = NamesAsync,
        ["ReceiptAuditNames"] = NamesAsync,
        ["CorrectionAuditNames"] = NamesAsync,
        ["BillingRuns"] = async services =>
        {
            var runs = services.GetRequiredService<IBillingRuns>();
            await runs.ListAsync(new(2, 10), Token);
            await runs.GetAsync(Id, Token);
            await runs.ItemsAsync(Id, new BillingItemFilter(BillingItemState.Billed, UnusualBill.Gone), new(2, 10), Token);
            await runs.PreviewAsync(Id, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), Token);
            await runs.PauseAsync(Id, Token);
        },
        ["BillingSchedule"] = services => services.GetRequiredService<BillingSchedule>().RunAsync(Token),
        ["BillingFacts"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<BillingFacts>().ReadAsync(context, [Id], Day, Token);
        },
        ["BillingRunner"] = services => services.GetRequiredService<BillingRunner>().RunAsync(Token),
        ["BillingAuditNames"] = NamesAsync,
        ["InvoicePapers"] = async services => await services.GetRequiredService<IInvoicePapers>().GetAsync(Id, Token),
        ["InvoiceSending"] = async services => await services.GetRequiredService<IInvoiceSending>().SendAsync(Id, false, Token),
        ["PaidBills"] = services => services.GetRequiredService<PaidBills>().WithdrawAsync(Token),
        ["RunMessages"] = async services =>
        {
            var messages = (RunMessages)services.GetRequiredService<IRunMessages>();
            await messages.OfBillingRunAsync(Id, Token);
            await messages.OfIsolirRunAsync(Id, Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await messages.SharesAsync(context, context.Set<BillingRunItem>().Where(i => i.RunId == Id && i.Lines > 0).Select(i => i.BillingAccountId), MessagePriority.Reminder, Token);
        },
        ["CreditNotePapers"] = async services => await services.GetRequiredService<ICreditNotePapers>().GetAsync(Id, Token),
        ["CreditNoteSending"] = async services => await services.GetRequiredService<ICreditNoteSending>().SendAsync(Id, false, Token),
        ["CreditNoteAttachments"] = async services => await services.GetServices<IMessageAttachmentSource>().Single(source => source.Source == CreditNoteAttachments.Name).OpenAsync(Id, Token),
        ["InvoiceBundles"] = async services =>
        {
            var bundles = services.GetRequiredService<IInvoiceBundles>();
            await bundles.RequestAsync(Id, new InvoiceFilter { Status = InvoiceStatus.Open, RunId = Id }, new(1, 1, "a%_["), Token);
            await bundles.GetAsync(Id, Token);
            await bundles.OpenAsync(Id, Token);
        },
        ["InvoiceBundleRunner"] = async services =>
        {
            var runner = services.GetRequiredService<InvoiceBundleRunner>();
            await runner.RunAsync(Token);
            await runner.SweepAsync(Token);
        },
        ["BillingWhatIf"] = services => services.GetRequiredService<IBillingWhatIf>().ComputeAsync(new WhatIfRequest(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), null, Token),
        ["InvoiceAttachments"] = async services => await services.GetServices<IMessageAttachmentSource>().Single(source => source.Source == InvoiceAttachments.Name).OpenAsync(Id, Token),
        ["SendIssuedBills"] = services => services.GetRequiredService<SendIssuedBills>().HandleAsync(new BillsIssued(Id, [Id]), Token),
    };
}
