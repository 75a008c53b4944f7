using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Expected failures with many bills as one PDF.</summary>
public static class BundleErrors
{
    /// <summary>There is no such bundle, or its time is over.</summary>
    public static Error NotFound { get; } = new("billing.bundle_not_found", ErrorKind.NotFound);

    /// <summary>No bill is meant.</summary>
    public static Error Nothing { get; } = new("billing.bundle_empty", ErrorKind.Invalid);

    /// <summary>It is not made yet, or could not be.</summary>
    public static Error NotReady { get; } = new("billing.bundle_not_ready", ErrorKind.Conflict);

    /// <summary>It was begun several times and never ended.</summary>
    public static Error GivenUp { get; } = new("billing.bundle_given_up", ErrorKind.External);

    /// <summary>More bills than one file holds.</summary>
    public static Error TooMany(int most, long meant) => new("billing.bundle_too_many", ErrorKind.Invalid, most, meant);
}
