using IspPortal.Core.Inventory;

namespace IspPortal.Tests.Inventory;

public sealed class ReadingDeviceCodesTests
{
    [Theory]
    [InlineData(" ztegc8a1b2c3 ", "ZTEGC8A1B2C3")]
    [InlineData("HC108/9-A.b_1", "HC108/9-A.B_1")]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("ZTE C8A1", null)]
    [InlineData("ZTEG<8A1>", null)]
    [InlineData("12345678901234567890123456789012345678901", null)]
    public void A_serial_number_is_trimmed_and_upper_case(string? typed, string? kept) => Assert.Equal(kept, DeviceCodes.SerialOf(typed));

    [Theory]
    [InlineData("c8:3a:35:0a:0b:0c", "C8:3A:35:0A:0B:0C")]
    [InlineData("C8-3A-35-0A-0B-0C", "C8:3A:35:0A:0B:0C")]
    [InlineData("c83a.350a.0b0c", "C8:3A:35:0A:0B:0C")]
    [InlineData("C83A350A0B0C", "C8:3A:35:0A:0B:0C")]
    [InlineData("C83A350A0B0", null)]
    [InlineData("C83A350A0B0G", null)]
    [InlineData("01:00:5E:00:00:01", null)]
    [InlineData("FF:FF:FF:FF:FF:FF", null)]
    [InlineData("00:00:00:00:00:00", null)]
    [InlineData(null, null)]
    public void A_MAC_address_is_read_in_every_usual_form_and_is_that_of_one_device(string? typed, string? kept) => Assert.Equal(kept, DeviceCodes.MacOf(typed));

    [Fact]
    public void A_list_is_read_line_by_line_and_says_what_is_wrong_where()
    {
        var lines = DeviceCodes.Read(["ztegc8000001 c8:3a:35:00:00:01\r\n\r\nZTEGC8000002;C83A35000002\nZTEGC8000003,\tC83A.3500.0003", "ZTEGC8000001", "ZTEGC8000004 C83A35000002", "x", "ZTEGC8000005 nomac"]);

        Assert.Equal(
            [
                (1, "ZTEGC8000001", "C8:3A:35:00:00:01", null),
                (2, "ZTEGC8000002", "C8:3A:35:00:00:02", null),
                (3, "ZTEGC8000003", "C8:3A:35:00:00:03", null),
                (4, "ZTEGC8000001", null, "inventory.twice_in_list"),
                (5, "ZTEGC8000004", "C8:3A:35:00:00:02", "inventory.twice_in_list"),
                (6, null, null, "inventory.not_a_serial"),
                (7, "ZTEGC8000005", null, "inventory.not_a_mac"),
            ],
            lines.Select(line => (line.Number, line.Serial, line.Mac, line.Wrong)));
    }
}
