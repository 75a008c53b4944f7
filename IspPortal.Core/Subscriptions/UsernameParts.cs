namespace IspPortal.Core.Subscriptions;

/// <summary>What a user name is made of.</summary>
/// <param name="CustomerName">What the customer is called.</param>
/// <param name="Phone">Its phone, or null.</param>
/// <param name="City">Its city, or null.</param>
/// <param name="Number">The subscription's number, e.g. <c>SUB-202611-000042</c>.</param>
/// <param name="RouterName">The router that serves it.</param>
/// <param name="PlanSlug">The plan's short name.</param>
public sealed record UsernameParts(string CustomerName, string? Phone, string? City, string Number, string RouterName, string PlanSlug);
