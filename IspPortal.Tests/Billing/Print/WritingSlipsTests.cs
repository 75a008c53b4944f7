using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Print;

public sealed class WritingSlipsTests
{
    private static readonly ReceiptSlipFacts Receipt = new()
    {
        Company = ["Nusantara Net", "Jl. Ahmad Yani 12, Bekasi", "+62 21 555 0100"],
        Number = "KW-202611-000001",
        ReceivedAt = new DateTime(2026, 11, 27, 10, 15, 0),
        ReceivedBy = "Ayu Lestari",
        Payer = "Budi Santoso",
        Lines = [new("INV-202611-000001", Money.Idr(166_500)), new("INV-202610-000017", Money.Idr(82_258))],
        Total = Money.Idr(248_758),
        Methods = [new("Tunai", Money.Idr(250_000))],
        CreditLeft = Money.Idr(1_242),
        Note = "Sisa menjadi saldo.",
    };

    [Fact]
    public void A_slip_of_58_mm_in_Indonesian() => Assert.Equal(
        """
                 NUSANTARA NET
           Jl. Ahmad Yani 12, Bekasi
                +62 21 555 0100
        --------------------------------
                BUKTI PEMBAYARAN
        No.             KW-202611-000001
        Diterima        27-11-2026 10:15
        Kasir                Ayu Lestari
        Dari                Budi Santoso
        --------------------------------
        INV-202611-000001     Rp 166.500
        INV-202610-000017      Rp 82.258
        --------------------------------
        TOTAL                 Rp 248.758
        Tunai                 Rp 250.000
        Sisa saldo              Rp 1.242
        --------------------------------
        Sisa menjadi saldo.
                  Terima kasih

        """.ReplaceLineEndings("\n"),
        ReceiptSlip.Write(Receipt, "id"));

    [Fact]
    public void A_copy_of_80_mm_in_English()
    {
        var slip = ReceiptSlip.Write(Receipt with { IsCopy = true, CreditLeft = Money.Zero }, "en", ReceiptSlip.Columns80);
        Assert.Contains("                   ** COPY **\n", slip, StringComparison.Ordinal);
        Assert.Contains("TOTAL                                 Rp 248,758\n", slip, StringComparison.Ordinal);
        Assert.DoesNotContain("Credit", slip, StringComparison.Ordinal);
        Assert.Contains("** SALINAN **", ReceiptSlip.Write(Receipt with { IsCopy = true }, "id"), StringComparison.Ordinal);
        Assert.DoesNotContain("COPY", ReceiptSlip.Write(Receipt, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_broken_between_words_and_letters_that_a_printer_lacks_are_folded()
    {
        var slip = ReceiptSlip.Write(Receipt with { Payer = "PT Sumber Rejeki Makmur Sentosa Abadi Jaya Café – Söhne 网", Lines = [new("Pemasangan baru di Perumahan Melati Indah", Money.Idr(-1_500))] }, "id");
        Assert.Contains("Dari\n  PT Sumber Rejeki Makmur\n  Sentosa Abadi Jaya Cafe -\n  Sohne ?\n", slip, StringComparison.Ordinal);
        Assert.Contains("Pemasangan baru di Perumahan\nMelati Indah           -Rp 1.500\n", slip, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_it_says_no_line_is_wider_than_the_paper_nor_more_than_ASCII_and_every_amount_is_there()
    {
        var random = new Random(20261127);
        for (var round = 0; round < 2_000; round++)
        {
            var columns = round % 3 == 0 ? ReceiptSlip.Columns80 : round % 3 == 1 ? ReceiptSlip.Columns58 : random.Next(ReceiptSlip.FewestColumns, 60);
            var language = round % 2 == 0 ? "id" : "en";
            var facts = new ReceiptSlipFacts
            {
                Company = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Text(random))],
                Number = Text(random),
                ReceivedAt = new DateTime(2026, 1, 1).AddMinutes(random.Next(500_000)),
                ReceivedBy = Text(random),
                Payer = Text(random),
                Lines = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => new ReceiptSlipLine(Text(random), Amount(random)))],
                Total = Amount(random),
                Methods = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new ReceiptSlipLine(Text(random), Amount(random)))],
                CreditLeft = Amount(random),
                Note = random.Next(2) == 0 ? null : Text(random),
                IsCopy = random.Next(2) == 0,
            };

            var slip = ReceiptSlip.Write(facts, language, columns);

            Assert.EndsWith("\n", slip, StringComparison.Ordinal);
            Assert.All(slip.Split('\n'), line => Assert.InRange(line.Length, 0, columns));
            Assert.All(slip, c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"{(int)c:x}"));
            Assert.All([facts.Total, .. facts.Lines.Select(line => line.Amount), .. facts.Methods.Select(line => line.Amount)], amount => Assert.Contains(ReceiptSlip.AmountOf(amount, language), slip, StringComparison.Ordinal));
        }
    }

    private static Money Amount(Random random) => Money.Idr(random.NextInt64(-1_000_000, 9_999_999_999));

    private static string Text(Random random)
    {
        const string Letters = "abc DEF  ghi\t\n123éß漢👍\u0301\u200B-–Rp.";
        return string.Concat(Enumerable.Range(0, random.Next(0, 80)).Select(_ => Letters[random.Next(Letters.Length)]).Where(c => !char.IsSurrogate(c)));
    }
}
