namespace IspPortal.Core.Billing.Dunning;

/// <summary>Something a customer is to be told today.</summary>
/// <param name="InvoiceId">About which bill.</param>
/// <param name="Step">What.</param>
public sealed record DunningNoticeDue(Guid InvoiceId, DunningStep Step);
