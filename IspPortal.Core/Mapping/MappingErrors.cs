using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping;

/// <summary>Expected failures of traces, ports and light levels.</summary>
public static class MappingErrors
{
    /// <summary>There is no such ODP.</summary>
    public static Error OdpNotFound { get; } = new("mapping.odp_not_found", ErrorKind.NotFound);

    /// <summary>There is no such site or tower.</summary>
    public static Error SiteNotFound { get; } = new("mapping.site_not_found", ErrorKind.NotFound);

    /// <summary>There is no such cable.</summary>
    public static Error CableNotFound { get; } = new("mapping.cable_not_found", ErrorKind.NotFound);

    /// <summary>There is no such thing in the plant.</summary>
    public static Error ElementNotFound { get; } = new("mapping.element_not_found", ErrorKind.NotFound);

    /// <summary>There is no such drop.</summary>
    public static Error DropNotFound { get; } = new("mapping.drop_not_found", ErrorKind.NotFound);

    /// <summary>The ODP has no port of that number ({0}).</summary>
    public static Error PortNotFound(int number) => new("mapping.port_not_found", ErrorKind.NotFound, number);

    /// <summary>Somebody else has the port ({0}): it is used, or kept for another.</summary>
    public static Error PortTaken(int number) => new("mapping.port_taken", ErrorKind.Conflict, number);

    /// <summary>The port ({0}) is broken.</summary>
    public static Error PortBroken(int number) => new("mapping.port_broken", ErrorKind.Conflict, number);

    /// <summary>A known drop is on the port ({0}): it is disconnected first.</summary>
    public static Error PortInUse(int number) => new("mapping.port_in_use", ErrorKind.Conflict, number);

    /// <summary>The port ({0}) is kept for somebody: it is released first.</summary>
    public static Error PortReserved(int number) => new("mapping.port_reserved", ErrorKind.Conflict, number);

    /// <summary>Nobody keeps the port ({0}).</summary>
    public static Error PortNotReserved(int number) => new("mapping.port_not_reserved", ErrorKind.Conflict, number);

    /// <summary>The ODP ({0}) has no free port.</summary>
    public static Error NoFreePort(string odp) => new("mapping.no_free_port", ErrorKind.Conflict, odp);

    /// <summary>One of the lines ({0}) goes through another drop already.</summary>
    public static Error LineConnected(string username) => new("mapping.line_connected", ErrorKind.Conflict, username);

    /// <summary>The ONT ({0}) is at another drop.</summary>
    public static Error OntTaken(string serial) => new("mapping.ont_taken", ErrorKind.Conflict, serial);

    /// <summary>The file has no column for what is needed: serial, rx and time.</summary>
    public static Error NoReadingColumns { get; } = new("mapping.no_reading_columns", ErrorKind.Invalid);
}
