using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>One HTTP provider: how it knows its senders, takes messages and says things.</summary>
internal sealed class LabGateway
{
    public required LabProvider Provider { get; init; }

    /// <summary>What its path begins with.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the caller has the key.</summary>
    public required Func<LabCall, bool> Knows { get; init; }

    /// <summary>For whom, and what; null: it cannot be read.</summary>
    public required Func<LabCall, (string To, string Text)?> Take { get; init; }

    /// <summary>That it was taken, by its number.</summary>
    public required Func<int, LabAnswer> Taken { get; init; }

    /// <summary>That it was refused.</summary>
    public required Func<LabAnswer> Failed { get; init; }

    /// <summary>That the sender is refused.</summary>
    public required Func<LabAnswer> Banned { get; init; }

    /// <summary>That it came too fast.</summary>
    public Func<int, LabAnswer> TooFast { get; init; } = seconds => new LabAnswer(429, "Too Many Requests", seconds);
}
