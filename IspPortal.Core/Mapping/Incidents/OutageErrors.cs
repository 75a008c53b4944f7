using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>Expected failures with outages.</summary>
public static class OutageErrors
{
    /// <summary>There is no such outage.</summary>
    public static Error NotFound { get; } = new("outages.not_found", ErrorKind.NotFound);

    /// <summary>There is no such thing in the plant.</summary>
    public static Error ElementNotFound { get; } = new("outages.element_not_found", ErrorKind.NotFound);

    /// <summary>It was not planned: it ends by itself.</summary>
    public static Error NotPlanned { get; } = new("outages.not_planned", ErrorKind.Conflict);

    /// <summary>It is over already.</summary>
    public static Error Over { get; } = new("outages.over", ErrorKind.Conflict);
}
