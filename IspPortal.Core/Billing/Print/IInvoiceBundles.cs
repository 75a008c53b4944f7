using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Many bills as one PDF, made in the background and kept for a day. Needs <see cref="InvoicePermissions.InvoicesRead"/>.</summary>
public interface IInvoiceBundles
{
    /// <summary>
    /// Has the bills put on paper that a list shows, drafts left out, in the order of their numbers; the same id twice is one. <see cref="BundleErrors.Nothing"/>, <see cref="BundleErrors.TooMany"/>.
    /// </summary>
    /// <param name="bundleId">Made by the caller, once.</param>
    /// <param name="filter">Which bills.</param>
    /// <param name="list">The search of the list; its page does not matter.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> RequestAsync(Guid bundleId, InvoiceFilter filter, PageRequest list, CancellationToken cancellationToken);

    /// <summary>How far it is; <see cref="BundleErrors.NotFound"/>.</summary>
    Task<Result<InvoiceBundleRow>> GetAsync(Guid bundleId, CancellationToken cancellationToken);

    /// <summary>Its file; every loading is in the audit. <see cref="BundleErrors.NotFound"/>, <see cref="BundleErrors.NotReady"/>.</summary>
    Task<Result<InvoiceBundleFile>> OpenAsync(Guid bundleId, CancellationToken cancellationToken);
}
