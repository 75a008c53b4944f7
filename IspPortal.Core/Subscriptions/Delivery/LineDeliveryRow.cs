using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions.Delivery;

/// <summary>What a router still has to be told, or was told last.</summary>
/// <param name="State">Whether it was told.</param>
/// <param name="WantedAtUtc">When somebody wanted it.</param>
/// <param name="Reason">What changed and who changed it.</param>
/// <param name="PlanId">The plan that brings or brought it, or null.</param>
/// <param name="Error">What went wrong last, or null.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextTryAtUtc">When it is tried again, or null.</param>
/// <param name="SettledAtUtc">Since when the router is as it should be, or null.</param>
public sealed record LineDeliveryRow(LineDeliveryState State, DateTime WantedAtUtc, string Reason, Guid? PlanId, Error? Error, int Attempts, DateTime? NextTryAtUtc, DateTime? SettledAtUtc);
