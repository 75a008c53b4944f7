using System.Text.RegularExpressions;
using IspPortal.Tests.Architecture;

namespace IspPortal.Tests.Billing.Ledger;

/// <summary>Statements that change rows without a save go round the guard of append-only tables: nobody says one about the ledger's.</summary>
public sealed partial class NothingGoesRoundTheLedgerTests
{
    [Fact]
    public void No_statement_changes_what_was_posted() => Assert.Empty(Violations(SourceTree.Read()));

    [Theory]
    [InlineData("await context.Set<LedgerEntry>().Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Note, \"\"));")]
    [InlineData("context.Set<LedgerTransaction>()\n    .ExecuteDelete();")]
    [InlineData("var rows = context.Set<DayClosing>(); await rows.ExecuteDeleteAsync(token);")]
    [InlineData("ExecuteSqlAsync($\"DELETE FROM ledger_entries\")")]
    public void A_planted_one_is_found(string planted) => Assert.Single(Violations([new SourceFile("IspPortal.Infrastructure/Billing/Planted.cs", planted)]));

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files) => files.Where(file => Statement().IsMatch(file.Text)).Select(file => file.Path);

    [GeneratedRegex(@"Set<(?:LedgerEntry|LedgerTransaction|DayClosing|DayClosingTotal)>\(\)(?:[^;]|;(?=\s*await \w+\.Execute))*?\.Execute(?:Update|Delete)|(?:UPDATE|DELETE FROM)\s+(?:ledger_|day_closing)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Statement();
}
