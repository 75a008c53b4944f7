using System.Globalization;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>A step of the policy.</summary>
/// <param name="Kind">What is told.</param>
/// <param name="Offset">On which day, counted from the due day: below zero before it.</param>
public sealed record DunningStep(DunningStepKind Kind, int Offset)
{
    /// <summary>Its stored name, once per bill: <c>before-3</c>, <c>due</c>, <c>after-7</c>, <c>warn</c>.</summary>
    public string Key => Kind switch
    {
        DunningStepKind.Before => string.Create(CultureInfo.InvariantCulture, $"before-{-Offset}"),
        DunningStepKind.Due => "due",
        DunningStepKind.After => string.Create(CultureInfo.InvariantCulture, $"after-{Offset}"),
        _ => "warn",
    };
}
