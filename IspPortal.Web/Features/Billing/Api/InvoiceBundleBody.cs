namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Which bills are to be put into one PDF, as in the list of bills.</summary>
/// <param name="Id">The bundle's id, made by the caller; without one the portal makes it.</param>
/// <param name="RunId">Only bills of this billing run.</param>
/// <param name="BillingAccountId">Only bills of this billing account.</param>
/// <param name="CustomerId">Only bills of this customer.</param>
/// <param name="Kind">Only bills of this kind.</param>
/// <param name="Status">Only bills with this standing.</param>
/// <param name="Overdue">Only bills whose day is over.</param>
/// <param name="From">Only bills issued on that day or later.</param>
/// <param name="To">Only bills issued on that day or earlier.</param>
/// <param name="Search">The beginning of a number or of the buyer's name.</param>
internal sealed record InvoiceBundleBody(
    Guid? Id = null,
    Guid? RunId = null,
    Guid? BillingAccountId = null,
    Guid? CustomerId = null,
    string? Kind = null,
    string? Status = null,
    bool Overdue = false,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Search = null);
