namespace IspPortal.Core.Billing.Receipts;

/// <summary>Where money that comes in may lie; the first of each is offered first.</summary>
/// <param name="Cash">Drawers and the like.</param>
/// <param name="Bank">Bank accounts.</param>
public sealed record ReceiptPlaces(IReadOnlyList<string> Cash, IReadOnlyList<string> Bank);
