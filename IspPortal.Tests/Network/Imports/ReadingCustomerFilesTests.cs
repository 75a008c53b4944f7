using System.Text;
using IspPortal.Core.Network.Imports;
using IspPortal.Infrastructure.Network.Imports;
using IspPortal.Tests.Tables;

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
        Assert.Equal("imports.file_without_columns", CustomerFileReader.Read(FileOf("a;b\n1;2\n"u8.ToArray())).Error!.Code);
        Assert.Equal("tables.empty", CustomerFileReader.Read(FileOf([])).Error!.Code);
        Assert.Equal("tables.malformed", CustomerFileReader.Read(FileOf("nama;hp\n\"Budi;08\n"u8.ToArray())).Error!.Code);
        Assert.Equal("tables.too_large", CustomerFileReader.Read(FileOf(new byte[ImportFile.MaxBytes + 1])).Error!.Code);
    }

    [Fact]
    public void A_workbook_is_read_as_well()
    {
        var read = CustomerFileReader.Read(FileOf(new SampleWorkbook().Sheet("Pelanggan", ["Nama", "No HP", "Paket"], ["Budi", 81234567890L, "20M"]).ToArray()));
        Assert.Equal([new CustomerRow(2, null, "Budi", "81234567890", null, "20M")], read.Value);
    }

    private static ImportFile FileOf(byte[] content) => new("pelanggan.csv", content);
}
