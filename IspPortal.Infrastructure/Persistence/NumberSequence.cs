namespace IspPortal.Infrastructure.Persistence;

/// <summary>The next human number of one series, e.g. <c>INV-202611</c>.</summary>
internal sealed class NumberSequence
{
    public required string Series { get; init; }

    public required long NextValue { get; set; }
}
