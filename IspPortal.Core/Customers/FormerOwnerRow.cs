namespace IspPortal.Core.Customers;

/// <summary>The legal person that a customer was until a name transfer.</summary>
/// <param name="Name">The person.</param>
/// <param name="CompanyName">The company, or null.</param>
/// <param name="UntilOn">The first day that was no longer theirs.</param>
public sealed record FormerOwnerRow(string Name, string? CompanyName, DateOnly UntilOn);
