using System.Globalization;
using System.Resources;

namespace IspPortal.Tests.Messaging;

/// <summary>The texts that the events of these tests come with.</summary>
internal sealed class TestTexts : ResourceManager
{
    public static TestTexts Source { get; } = new();

    public override string? GetString(string name, CultureInfo? culture) => name switch
    {
        "test.reminder.Body" => "{customer}:\n{each}{number} {amount}\n{/each}Thank you.",
        _ when name.EndsWith(".Subject", StringComparison.Ordinal) => "About {number}",
        _ when name.EndsWith(".Body", StringComparison.Ordinal) => "{customer}, {number} is {amount}.",
        _ when name.EndsWith(".Short", StringComparison.Ordinal) => "{number} {amount}",
        _ => null,
    };
}
