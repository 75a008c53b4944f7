using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Puts a bill on its letterhead; for whoever has asked for permission already.</summary>
internal sealed class InvoicePaperMaker(ISettingsReader<CompanySettings> company, ISettingsReader<LetterheadSettings> letterhead, ICompanyLogo logos, IBusinessClock business)
{
    /// <summary>The bill, or null when there is none.</summary>
    public async Task<InvoicePaper?> MakeAsync(PortalDbContext context, Guid invoiceId, CancellationToken cancellationToken)
    {
        if (await InvoiceDirectory.FindAsync(context, invoiceId, await business.TodayAsync(cancellationToken), cancellationToken) is not { } invoice)
        {
            return null;
        }

        var customer = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == invoice.Row.CustomerId).Select(c => new { c.Kind, c.TaxId, c.Language }).SingleAsync(cancellationToken);
        return new InvoicePaper
        {
            Invoice = invoice,
            Company = await company.GetAsync(cancellationToken),
            Letterhead = await letterhead.GetAsync(cancellationToken),
            Logo = (await logos.FindAsync(cancellationToken))?.ToDataAddress(),
            BuyerTaxNumber = customer.Kind == CustomerKind.Residential ? null : customer.TaxId,
            Language = customer.Language == "en" ? "en" : "id",
        };
    }
}
