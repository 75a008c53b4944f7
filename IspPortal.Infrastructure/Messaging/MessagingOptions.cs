using System.Globalization;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Settings of messages that an operator makes, section <c>Messaging</c>.</summary>
internal sealed class MessagingOptions
{
    public const string Section = "Messaging";

    /// <summary>Ports of this very machine that senders may use, with commas between, e.g. <c>25</c> of a mail relay; empty: none.</summary>
    public string LocalPorts { get; set; } = "";

    public bool Allows(int port) => LocalPorts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Contains(port.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
