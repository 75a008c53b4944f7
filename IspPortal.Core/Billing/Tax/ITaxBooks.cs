using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Tax;

/// <summary>Taxes for the state. Reading needs <see cref="TaxPermissions.TaxRead"/>, recording a slip <see cref="TaxPermissions.TaxWrite"/>. A month or year that has not begun is <see cref="TaxErrors.BadMonth"/>.</summary>
public interface ITaxBooks
{
    /// <summary>The output tax of a month; null: of this one.</summary>
    Task<Result<TaxMonthSummary>> GetMonthAsync(TaxMonth? month, CancellationToken cancellationToken);

    /// <summary>The invoices of a month for which fakturs are written, by number, with what is missing. The search finds the beginning of a number or of the buyer's name.</summary>
    Task<Result<Page<FakturRow>>> FaktursAsync(TaxMonth month, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// One file of the month for Coretax, counted from 1: each takes <see cref="CoretaxXml.MostInOneFile"/>. Whole or not at all: <see cref="TaxErrors.DataMissing"/>,
    /// <see cref="TaxErrors.NothingToFile"/>. In the audit.
    /// </summary>
    Task<Result<TaxFile>> CoretaxAsync(TaxMonth month, int part, CancellationToken cancellationToken);

    /// <summary>Invoices whose slip is not there, the oldest first. The search finds the beginning of a number or of the buyer's name.</summary>
    Task<Result<Page<WaitingSlipRow>>> WaitingAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Records the slip of an invoice, once. <see cref="TaxErrors.NothingWithheld"/>, <see cref="TaxErrors.AlreadyProven"/>, <see cref="TaxErrors.OtherAmount"/>,
    /// <see cref="Invoices.InvoiceErrors.NotFound"/>.
    /// </summary>
    Task<Result> RecordSlipAsync(Guid invoiceId, RecordSlipRequest request, CancellationToken cancellationToken);

    /// <summary>BHP and USO of a year; null: of this one.</summary>
    Task<Result<TelecomReport>> GetTelecomAsync(int? year, CancellationToken cancellationToken);
}
