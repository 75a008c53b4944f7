namespace IspPortal.Core.Customers;

/// <summary>What the filters of the customer list can offer.</summary>
/// <param name="Cities">Cities as they are written.</param>
/// <param name="Tags">Tags.</param>
public sealed record CustomerChoices(IReadOnlyList<string> Cities, IReadOnlyList<string> Tags);
