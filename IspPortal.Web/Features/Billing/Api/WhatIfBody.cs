namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A whole run that is only thought of.</summary>
/// <param name="ThroughOn">The day of its bills; required.</param>
/// <param name="AssumedFromOn">From which day on the assumptions hold; without one from the day of the bills.</param>
/// <param name="Prices">Prices of plans for one period that are assumed, by plan, in whole rupiah.</param>
/// <param name="TaxBasisPoints">The rate of PPN that is assumed, in hundredths of a percent of the price.</param>
/// <param name="MinimumCharge">The least that a bill comes to that is assumed, in whole rupiah without tax.</param>
internal sealed record WhatIfBody(DateOnly? ThroughOn = null, DateOnly? AssumedFromOn = null, Dictionary<Guid, long>? Prices = null, int? TaxBasisPoints = null, long? MinimumCharge = null);
