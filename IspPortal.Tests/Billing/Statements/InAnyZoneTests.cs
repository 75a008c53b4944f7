using System.Diagnostics;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>What the zone of the process is does not matter: the statement of <see cref="InTheZoneOfThisProcessTests"/> byte for byte.</summary>
public sealed class InAnyZoneTests
{
    [Theory]
    [InlineData("UTC", "0")]
    [InlineData("Asia/Jakarta", "7")]
    [InlineData("America/New_York", "-5")]
    public async Task The_statement_is_the_same(string zone, string hours)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["TZ"] = zone, [InTheZoneOfThisProcessTests.Offset] = hours },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(InAnyZoneTests).Assembly.Location);
        }

        foreach (var argument in new[] { "-noColor", "-class", typeof(InTheZoneOfThisProcessTests).FullName! })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && said[0].Contains("Total: 1,", StringComparison.Ordinal), string.Concat(said));
    }
}
