using System.Text;
using IspPortal.Core.Network.Imports;
using IspPortal.Infrastructure.Network.Imports;

namespace IspPortal.Tests.Network.Imports;

/// <summary>Customer files as spreadsheets write them.</summary>
public sealed class ReadingCustomerFilesTests
{
    [Theory]
    [InlineData("No. Pelanggan;Nama Pelanggan;No HP;Username PPPoE\r\nC1;\"Santoso; Budi\";0812;budi\r\n")]
    [InlineData("\uFEFFcustomer_number,name,phone,username\nC1,Santoso; Budi,0812,budi\n\n")]
    public void Columns_are_found_by_their_names(string text)
    {
        var read = CustomerFileReader.Read(FileOf(Encoding.UTF8.GetBytes(text)));
        Assert.Null(read.Error);
        Assert.Equal([new CustomerRow(2, "C1", "Santoso; Budi", "0812", "budi", null)], read.Value);
    }

    [Fact]
    public void What_is_no_customer_file_is_said_to_be_none()
    {
        Assert.Equal("imports.file_not_utf8", CustomerFileReader.Read(FileOf([0x6E, 0x61, 0x6D, 0x65, 0x0A, 0xE9])).Error!.Code);
        Assert.Equal("imports.file_without_columns", CustomerFileReader.Read(FileOf("a;b\n1;2\n"u8.ToArray())).Error!.Code);
        Assert.Equal("imports.file_without_columns", CustomerFileReader.Read(FileOf([])).Error!.Code);
        Assert.Equal("imports.file_malformed", CustomerFileReader.Read(FileOf("nama;hp\n\"Budi;08\n"u8.ToArray())).Error!.Code);
        Assert.Equal("imports.file_too_large", CustomerFileReader.Read(FileOf(new byte[ImportFile.MaxBytes + 1])).Error!.Code);
    }

    private static ImportFile FileOf(byte[] content) => new("pelanggan.csv", content);
}
