namespace IspPortal.Core.Billing.Dunning;

/// <summary>What a customer promises.</summary>
/// <param name="Parts">One part is a promise, several are instalments; days go up, amounts are above zero.</param>
/// <param name="Reason">Why it is accepted.</param>
public sealed record MakePromiseRequest(IReadOnlyList<PromisePart> Parts, string Reason);
