namespace IspPortal.Core.Billing.Generator;

/// <summary>Days of one state and one term.</summary>
/// <param name="Range">The days.</param>
/// <param name="State">Their state.</param>
/// <param name="Term">The term; null: none.</param>
internal sealed record ServiceStretch(DayRange Range, ServiceState State, TermFacts? Term);
