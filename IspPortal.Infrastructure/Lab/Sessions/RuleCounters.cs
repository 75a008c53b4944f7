namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>What a firewall rule has seen since the router started.</summary>
internal sealed class RuleCounters
{
    public long Packets { get; set; }

    public long Bytes { get; set; }
}
