! SPDX-License-Identifier: Apache-2.0
!
! Log-sum-exp and softmax in Fortran, put before the gate by the protocol of docs/chapters/protocol.md:
!
!   gfortran -O2 examples/fortran/subject.f90 -o subject-fortran
!   ./softlaw verify --subject-command ./subject-fortran
module kernels
  use, intrinsic :: iso_fortran_env, only: real64
  implicit none
contains
  function logsumexp(x) result(y)
    real(real64), intent(in) :: x(:)
    real(real64) :: y, m
    m = maxval(x)
    y = m + log(sum(exp(x - m)))
  end function

  function softmax(x) result(p)
    real(real64), intent(in) :: x(:)
    real(real64) :: p(size(x))
    p = exp(x - maxval(x))
    p = p / sum(p)
  end function
end module

program subject
  use, intrinsic :: iso_fortran_env, only: real64, input_unit, output_unit
  use kernels
  implicit none
  character(len=:), allocatable :: line, digits
  character(len=20) :: number, name, format
  integer :: start

  write (*, '(a)') 'softlaw: protocol 1', 'softlaw: name textbook in Fortran', 'softlaw: contract 4ulp', &
    'softlaw: binary64 logsumexp softmax', 'softlaw: ready'
  flush (output_unit)
  do while (read_line(line))
    start = index(line, '[')
    read (line(:start - 1), *) number, name, format
    digits = line(start + 1:len(line) - 1)
    select case (name)
    case ('logsumexp')
      call answer([logsumexp(numbers(digits))])
    case ('softmax')
      call answer(softmax(numbers(digits)))
    end select
  end do

contains
  ! The numbers whose bits these are, 16 hexadecimal digits each: Z16 reads and writes them.
  function numbers(hexadecimal) result(x)
    character(len=*), intent(in) :: hexadecimal
    real(real64) :: x(len(hexadecimal) / 16)
    integer :: i
    do i = 1, size(x)
      read (hexadecimal(16 * i - 15:16 * i), '(z16)') x(i)
    end do
  end function

  subroutine answer(results)
    real(real64), intent(in) :: results(:)
    write (*, '(3a, *(z16.16))') 'softlaw: ', trim(number), ' ', results
    flush (output_unit)
  end subroutine

  ! A line of any length; false at the end of the input.
  logical function read_line(text)
    character(len=:), allocatable, intent(out) :: text
    character(len=4096) :: part
    integer :: length, status
    text = ''
    do
      read (input_unit, '(a)', advance='no', size=length, iostat=status) part
      text = text // part(:length)
      if (status /= 0) exit
    end do
    read_line = is_iostat_eor(status)
  end function
end program
