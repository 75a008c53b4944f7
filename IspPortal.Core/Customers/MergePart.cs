namespace IspPortal.Core.Customers;

/// <summary>How much of one thing a merge moves.</summary>
/// <param name="What">The thing, a stable word, e.g. <c>contacts</c>, <c>billing_accounts</c>.</param>
/// <param name="Count">How many.</param>
public sealed record MergePart(string What, int Count);
