namespace IspPortal.Tests.Billing.Statements;

/// <summary>Started in a process of its own by <see cref="InAnyZoneTests"/>, which says the zone; in the usual run the zone is whatever it is.</summary>
public sealed class InTheZoneOfThisProcessTests
{
    /// <summary>The variable with the hours from UTC that the process must have on 1 February.</summary>
    internal const string Offset = "ISPPORTAL_TEST_ZONE_HOURS";

    [Fact]
    public async Task The_statement_is_the_same()
    {
        if (Environment.GetEnvironmentVariable(Offset) is { } hours)
        {
            Assert.Equal(hours, TimeZoneInfo.Local.GetUtcOffset(new DateTime(2028, 2, 1, 0, 0, 0, DateTimeKind.Utc)).TotalHours.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await using var books = await LeapFebruaryOnPaperTests.SoldAsync("Sqlite", "2028-01-31", "2028-02-29");
        await books.Expect("""
            2028-02-29 INV-202802-000001, Budi, due 2028-03-10
                       : Period Rumah 20 2028-01-31..2028-02-28                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2028-02-29   InvoiceIssued INV-202802-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2028-02-29 KW-202802-000001
                       : Cash Loket 1                                               166,500
            2028-02-29   ReceiptBooked KW-202802-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2028-02-29 closes
                       Cash                                   166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            """);
    }
}
